namespace OneVisit.EndToEnd.Tests;

/// <summary>
/// A city that somebody else started, on whatever runtime: Core Tools and a real bot. Not what the Bicep deploys: there nobody but the bot's own identity speaks for others, and no key is told. Told by environment variables; without them each class opens a city of its own.
/// </summary>
public sealed record Elsewhere(Uri Functions, Uri Bot, Uri DirectLine, string DirectLineSecret, string FrontDoorKey, string LookupKey, string ProofKey, string ParticipantKey, string ChatKey)
{
    public const string FunctionsUrl = "ONEVISIT_FUNCTIONS_URL";
    public const string BotUrl = "ONEVISIT_BOT_URL";
    public const string DirectLineUrl = "ONEVISIT_DIRECT_LINE_URL";
    public const string DirectLineSecretName = "ONEVISIT_DIRECT_LINE_SECRET";
    public const string FrontDoorKeyName = "ONEVISIT_FRONT_DOOR_KEY";
    public const string ChatKeyName = "ONEVISIT_CHAT_KEY";
    public const string LookupKeyName = "ONEVISIT_LOOKUP_KEY";
    public const string ProofKeyName = "ONEVISIT_PROOF_KEY";
    public const string ParticipantKeyName = "ONEVISIT_PARTICIPANT_KEY";

    /// <summary><c>null</c>: none was told of.</summary>
    public static Elsewhere? City { get; } = Environment.GetEnvironmentVariable(FunctionsUrl) is { Length: > 0 } functions
        ? new(Address(functions), Address(Told(BotUrl)), Address(Told(DirectLineUrl)), Told(DirectLineSecretName), Told(FrontDoorKeyName), Told(LookupKeyName), Told(ProofKeyName), Told(ParticipantKeyName), Told(ChatKeyName))
        : null;

    private static Uri Address(string url) => new(url.TrimEnd('/') + "/");

    private static string Told(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"{FunctionsUrl} is set, so {name} has to be.");
}

/// <summary>A fact about a city whose clock can be moved, whose processes can be ended and whose storage lies open: not shown of one that runs elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OwnCityFactAttribute : FactAttribute
{
    internal const string Reason = "This moves a clock, ends processes or looks into storage, or goes by the local runtime's own pages; the city that answers runs elsewhere.";

    public OwnCityFactAttribute()
    {
        if (Elsewhere.City is not null) Skip = Reason;
    }
}

/// <inheritdoc cref="OwnCityFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OwnCityTheoryAttribute : TheoryAttribute
{
    public OwnCityTheoryAttribute()
    {
        if (Elsewhere.City is not null) Skip = OwnCityFactAttribute.Reason;
    }
}
