"""The version of the library, where every floor can read it; a test holds it to that of the package."""

VERSION = "0.1.0"
