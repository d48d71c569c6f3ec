"""Words and questions that a topic file may want: proposed, tried, written in when accepted."""
