"""Classroom assignments: what stands in their links. What a page does with them is script (docs/assets/classroom/)."""
