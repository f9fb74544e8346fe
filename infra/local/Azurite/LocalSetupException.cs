namespace OneVisit.Local.Azurite;

/// <summary>The machine lacks something; the message says what, and what to do.</summary>
public sealed class LocalSetupException(string message) : Exception(message);
