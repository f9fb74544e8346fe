namespace OneVisit.Contracts;

/// <summary>Who one says to be, as on the ID card; with the code that was sent to the telephone on record, once it has come.</summary>
/// <param name="Code">Six digits; <c>null</c>: it is asked for.</param>
public sealed record ProofRequest(string? Name, string? IdNumber, string? Code = null)
{
    /// <summary>Never prints a person or a code.</summary>
    public override string ToString() => nameof(ProofRequest);
}

/// <summary>If there is somebody of that name and number, a code is on its way to their telephone. The answer is the same when there is nobody.</summary>
/// <param name="DemoCode">The code itself, where a sandbox stands in for the telephone; else <c>null</c>.</param>
public sealed record ProofCodeSent(DateTimeOffset ExpiresAt, string? DemoCode = null)
{
    /// <summary>Never prints a code.</summary>
    public override string ToString() => nameof(ProofCodeSent);
}

/// <summary>The telephone on record is lost: another is entered by who has seen the ID card in person.</summary>
/// <param name="CardSeen">The card, and the person it is of.</param>
/// <param name="Reason">Why, in the office's words; kept in the journal.</param>
public sealed record ReplacePhone(string? Phone, bool CardSeen, string? Reason)
{
    /// <summary><c>person</c> or <c>representative</c>: whose telephone it is, and whose card was seen; <c>null</c>: the person's.</summary>
    public string? Of { get; init; }

    /// <summary>Never prints a telephone.</summary>
    public override string ToString() => nameof(ReplacePhone);
}

/// <param name="Cases">In how many cases of the person it was changed; asked again, in how many it stands.</param>
public sealed record PhoneNowOnRecord(string PhoneMasked, int Cases);

/// <summary>The code was right; the proof itself is in the header <see cref="Headers.Proof"/>.</summary>
/// <param name="Cases">How many cases it opens.</param>
/// <param name="Moved">How many of them came into this conversation from another.</param>
public sealed record ProofTaken(int Cases, int Moved);
