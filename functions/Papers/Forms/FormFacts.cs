using System.Collections.Immutable;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Law;

namespace OneVisit.Papers.Forms;

/// <summary>What is filled into a form. <c>null</c>: not known, a place to write it by hand.</summary>
public sealed record FormFacts
{
    /// <summary>Whoever reads it reads this language; the form itself is Chinese, English stands beneath.</summary>
    public required Language Reader { get; init; }

    public required DateTimeOffset PrintedAt { get; init; }

    public string? CaseId { get; init; }

    public string? Name { get; init; }

    /// <summary>In full on its owner's form only; masked for everybody else.</summary>
    public string? IdNumber { get; init; }

    public string? Phone { get; init; }

    public Text? Village { get; init; }

    public Text? Township { get; init; }

    /// <summary>Names of the services applied for.</summary>
    public ImmutableArray<Text> Services { get; init; } = [];

    public Household Household { get; init; } = new();

    /// <summary>The one-time list.</summary>
    public ImmutableArray<ListedPaper> Papers { get; init; } = [];

    public ImmutableArray<LawReference> Laws { get; init; } = [];

    /// <summary><c>null</c>: none is given; the form leaves room for one.</summary>
    public MandateFacts? Mandate { get; init; }

    /// <summary>Who acts for the applicant and signs in their place; <c>null</c>: nobody does.</summary>
    public ActingFacts? Representative { get; init; }

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(FormFacts);
}

/// <summary>Who acts for the applicant.</summary>
/// <param name="IdNumber">As the applicant's: in full on their own form only.</param>
/// <param name="As">As what, for example <c>受托人</c>.</param>
/// <param name="Until">Last day; <c>null</c>: until it is ended.</param>
public sealed record ActingFacts(string? Name, string? IdNumber, string? Phone, Text Relation, Text As, DateOnly? Until, bool IsEntrusted)
{
    /// <summary>The form is signed by them, for the applicant; else by the applicant.</summary>
    public bool Signs { get; init; } = true;

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(ActingFacts);
}

/// <param name="Form">Original, copy, shown only.</param>
/// <param name="HeldBy">Who has it already, so that nobody brings it; <c>null</c>: the resident gives it.</param>
public sealed record ListedPaper(Text Name, Text Form, Text? HeldBy);

/// <param name="Until">Last day on which it counts; <c>null</c>: not fixed before the application is made.</param>
public sealed record MandateFacts(Text Holder, DateOnly? Until)
{
    /// <summary>Stable names of what the agent may do.</summary>
    public ImmutableArray<string> Acts { get; init; } = ["collect-papers", "hand-in", "upload"];

    /// <summary><c>me</c>, <c>both</c> or <c>agent-first</c>.</summary>
    public string Notices { get; init; } = "me";

    /// <summary><c>null</c>: it has no number yet.</summary>
    public string? Number { get; init; }
}

/// <summary>How a form was signed on a screen.</summary>
/// <param name="Drawn">The picture drawn; <c>null</c>: <paramref name="Typed"/> counts.</param>
/// <param name="Typed">The name typed in place of a drawn signature.</param>
public sealed record ScreenSignature(SignaturePicture? Drawn, string? Typed, DateTimeOffset At)
{
    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(ScreenSignature);
}
