namespace OneVisit.Contracts;

/// <summary>
/// The bot speaks for a person with a short-lived signed token (JWT, HS256, five minutes).
/// It says who speaks, never what they may do: the back office looks the role up in its own directory.
/// </summary>
public static class FrontDoorToken
{
    public const string Issuer = "onevisit-front-door";
    public const string Audience = "onevisit-back-office";

    /// <summary>Lifetime of a token, in minutes.</summary>
    public const int LifetimeMinutes = 5;

    /// <summary>Subject of a resident: the prefix and a digest of the channel identity, see <see cref="Participants"/>.</summary>
    public const string SubjectClaim = "sub";

    /// <summary>Language the person reads, <c>zh-CN</c> or <c>en</c>.</summary>
    public const string LanguageClaim = "lang";
}

/// <summary>How a person is named between bot and back office.</summary>
public static class Participants
{
    public const string ResidentPrefix = "resident:";
    public const string StaffPrefix = "staff:";

    /// <summary>The front door itself, in nobody's name.</summary>
    public const string Door = "door:front";

    /// <summary>Id of the member of staff that a participant is; <c>null</c>: none of the staff.</summary>
    public static string? StaffIdOf(string participant) => participant.StartsWith(StaffPrefix, StringComparison.Ordinal) ? participant[StaffPrefix.Length..] : null;
}
