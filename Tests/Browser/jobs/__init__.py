"""What people do with the application, one file for each kind of work."""

from . import accounts, access, calls, composing, errors, handover, languages, registering, rulebook, session, sheet, two_versions, weight, \
    work_orders
