using OneVisit.Contracts;

namespace OneVisit.Conversation;

/// <summary>For whom it is applied (替人办理), as told so far. Plain data.</summary>
public sealed record ActingFor
{
    /// <summary>For somebody else; <c>false</c>: for oneself and one's household; <c>null</c>: not told.</summary>
    public bool? Another { get; init; }

    /// <summary>What the person is to who speaks, for example <c>mother</c>; <c>null</c>: not told.</summary>
    public string? Person { get; init; }

    /// <summary>How they were called, to speak of them in the same way.</summary>
    public string? Word { get; init; }

    /// <summary>Told to be under 18.</summary>
    public bool Minor { get; init; }

    /// <summary>See <see cref="RepresentationBases"/>; <c>null</c>: not told.</summary>
    public string? Basis { get; init; }

    /// <summary>The last day of the letter; <c>null</c>: not told, or there is no letter.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Of who speaks, like the number and the telephone below.</summary>
    public string? Name { get; init; }

    public string? IdNumber { get; init; }

    public string? Phone { get; init; }

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(ActingFor);
}
