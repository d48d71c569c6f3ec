"""`kb lsp`: drafts checked inside an editor, as they are typed."""
