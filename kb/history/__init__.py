"""What a build came to, and what differs between two builds."""
