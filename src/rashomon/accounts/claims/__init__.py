"""What a story's articles claim: who writes, what they count, say and tell, and whom each claim comes from."""
