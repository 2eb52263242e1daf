"""Reads a calendar with a reader that is not ours (python3-icalendar) and says what it understood: one JSON object an event."""
import json
import sys
from datetime import timezone

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
zones = [str(z["TZID"]) for z in calendar.walk("VTIMEZONE")]
for event in calendar.walk("VEVENT"):
    start, end = event["DTSTART"], event["DTEND"]
    print(json.dumps({
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "status": str(event["STATUS"]),
        "start": start.dt.astimezone(timezone.utc).isoformat(),
        "end": end.dt.astimezone(timezone.utc).isoformat(),
        "zone": start.params["TZID"],
        "zoneIsGiven": start.params["TZID"] in zones,
        "stamp": event["DTSTAMP"].dt.isoformat(),
        "summary": str(event["SUMMARY"]),
        "location": str(event.get("LOCATION", "")),
        "description": str(event["DESCRIPTION"]),
        "errors": len(event.errors),
    }))
