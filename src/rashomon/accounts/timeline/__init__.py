"""What happened when: the sentences that are worth telling, each happening told once, and the lead."""
