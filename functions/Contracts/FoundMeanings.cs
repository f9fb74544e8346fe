namespace OneVisit.Contracts;

/// <summary>What a text may mean.</summary>
/// <param name="Sure">The first may be acted on; otherwise offer the first three.</param>
/// <param name="Meanings">Best first.</param>
/// <param name="Advice">What to say at once, for an emergency or for what the bureau does not do.</param>
public sealed record FoundMeanings(bool Sure, IReadOnlyList<FoundMeaning> Meanings, CallAdvice? Advice);

/// <param name="Code">A service's code, or GREETING, STATUS, MATERIALS, HUMAN, COMPLAINT, RATE, LANGUAGE, HELP, CANCEL, THANKS, OFFTOPIC, EMERGENCY.</param>
/// <param name="Kind"><c>service</c> or <c>meaning</c>.</param>
/// <param name="Score">0 to 1.</param>
public sealed record FoundMeaning(string Code, string Kind, string Name, double Score);

/// <summary>Words for the person and whom to call, most important first.</summary>
/// <param name="Topic">Which emergency, or which kind of matter.</param>
public sealed record CallAdvice(string Code, string Topic, string Say, IReadOnlyList<PhoneLine> Call);

/// <summary>Somebody who answers the phone.</summary>
public sealed record PhoneLine(string Name, string Phone);
