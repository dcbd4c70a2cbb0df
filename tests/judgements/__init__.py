"""Forms with faults planted and faults absent, and what a careful reader raises of each: how right the rules are."""
