namespace OneVisit.Contracts;

/// <summary>A member of staff asks for a value in full that their screens mask.</summary>
/// <param name="RevealId">Made by who asks, 16 to 64 letters, digits and hyphens: the same again, for the same reason and within five minutes, is the same look: its answer may have got lost.</param>
/// <param name="What">See <see cref="RevealedValues"/>.</param>
/// <param name="Reason">See <see cref="RevealReasons"/>.</param>
/// <param name="Words">What it is for, 5 to 500 characters; the household can be told. Needed.</param>
public sealed record RevealValue(string? RevealId, string? What, string? Reason, string? Words);

/// <summary>The value, for who asked and for nobody else. Kept nowhere.</summary>
public sealed record RevealedView(string What, string Value)
{
    /// <summary>Never prints the value.</summary>
    public override string ToString() => nameof(RevealedView);
}

/// <summary>What can be asked for.</summary>
public static class RevealedValues
{
    public const string Name = "name";
    public const string IdNumber = "id-number";
    public const string Phone = "phone";
    public const string RepresentativeName = "representative-name";
    public const string RepresentativeIdNumber = "representative-id-number";
    public const string RepresentativePhone = "representative-phone";

    public static IReadOnlyList<string> All { get; } = [Name, IdNumber, Phone, RepresentativeName, RepresentativeIdNumber, RepresentativePhone];
}

/// <summary>What it may be needed for.</summary>
public static class RevealReasons
{
    /// <summary>To reach the household.</summary>
    public const string Contact = "contact";

    /// <summary>To make sure that it is the right person.</summary>
    public const string Identity = "identity";

    /// <summary>To ask an office or a bank that goes by the number.</summary>
    public const string Register = "register";

    /// <summary>To write a paper that needs it in full.</summary>
    public const string Paper = "paper";

    /// <summary>Something else; the words say what.</summary>
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } = [Contact, Identity, Register, Paper, Other];
}

/// <summary>Who of the offices was shown something in full, or opened a paper (once a person, paper and day), for the person concerned.</summary>
/// <param name="On">Day in Beijing.</param>
/// <param name="By">Name, office and post.</param>
/// <param name="What">In words.</param>
/// <param name="Reason">In words: with what was written beside it, or that it was their work.</param>
public sealed record LookView(DateOnly On, string By, string What, string Reason);
