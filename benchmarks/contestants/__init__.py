"""The peers: the document as somebody would write it by hand with another library."""
