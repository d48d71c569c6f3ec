"""What English says about a clause: negation, certainty, condition, scope, attribution."""
