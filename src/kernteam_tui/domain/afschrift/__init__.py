"""A copy of the file for one reader (Jeugdwet 7.3.10; BW 1:377c): its pieces, and what must be read first."""
