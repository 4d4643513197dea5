"""What `aboveboard bench` measures of the faces and of writing."""
