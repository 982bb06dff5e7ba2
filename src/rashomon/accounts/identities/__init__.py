"""Forms of one person, place, office or outlet within a story, across scripts and languages."""
