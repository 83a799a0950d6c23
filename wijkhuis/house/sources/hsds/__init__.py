"""The map in the words of the sector: Open Referral's Human Services Data Specification (HSDS) 3.1."""
