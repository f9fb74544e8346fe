namespace OneVisit.Bot.Limits;

/// <summary>
/// How much one person and one address may ask. Each number is both what may come at once and what comes back evenly over its time. Behind one address sit
/// a household, a village office, or some hundred telephones of a mobile network: numbers for addresses keep a flood out and nobody who waits in line.
/// Settings <c>OneVisit:Limits:…</c>.
/// </summary>
public sealed record RequestLimits
{
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    /// <summary>Requests of one person in a minute: the staff page asks for its lists eight times, the rest is turning pages faster than one reads.</summary>
    public int OfPerson { get; init; } = 120;

    /// <summary>Requests from one address in a minute: fifty people in a village office, one page each five seconds.</summary>
    public int OfAddress { get; init; } = 600;

    /// <summary>Chats opened from one address in ten minutes: a market day's line at a tablet, and the telephones of a mobile network beside it.</summary>
    public int Chats { get; init; } = 200;

    /// <summary>Forms sent from one address in ten minutes: a village that comes to object together.</summary>
    public int Forms { get; init; } = 60;

    /// <summary>Codes of papers tried from one address in ten minutes: a clerk with a pile of them. Guessing one takes more tries than there is time.</summary>
    public int Codes { get; init; } = 100;

    /// <summary>Turns of one conversation in a minute: nobody types or presses more than one a second; sixty at once is a telephone that had no network.</summary>
    public int TurnsOfChat { get; init; } = 60;

    /// <summary>Turns of all conversations opened from one address in a minute: a hundred people who say something every ten seconds.</summary>
    public int TurnsOfAddress { get; init; } = 600;
}
