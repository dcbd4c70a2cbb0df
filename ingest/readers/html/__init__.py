"""Web pages, and mails that hold one (MHTML), as office programs save them too."""
