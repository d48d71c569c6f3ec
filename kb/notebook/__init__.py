"""Knowledge for notebooks: values that show themselves, and data frames."""
