"""What attempts are worth: scored again from their picks, the grade book, item analysis."""
