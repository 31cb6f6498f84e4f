"""Reports: each module turns results into the text of one form."""
