package org.ethogram.report.findings;

/** What an estimate is of. */
record RateKey(String subject, String measure, Slice slice, Reading reading) {}
