"""What people do with the application, one file for each kind of work."""

from . import (
    access, accounts, calls, composing, desk, drafts, errors, feedback, handover, issues, keys, languages, memory, photographs, registering, rulebook, saturday, session, sheet, two_versions, visits, weight, work_orders)
