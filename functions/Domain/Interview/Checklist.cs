namespace OneVisit.Domain.Interview;

/// <summary>What is asked with a short list to tick from; "none of these" answers all of it at once.</summary>
public enum Checklist
{
    /// <summary>Where the household is registered: here in the country, here in town, or elsewhere. One tick.</summary>
    Registration,

    /// <summary>
    /// Somebody in the household whom a rule looks for, one person at a time: <see cref="Inquiry.Person"/> 0 is the first. The ticks are about
    /// that one person, and <see cref="Options.Another"/> says that there is one more; then the next is asked about before anything else.
    /// </summary>
    WhoIsThere,

    /// <summary>What the household owns beyond a home and a little money.</summary>
    Belongings,

    /// <summary>What struck the household within the last months.</summary>
    WhatHappened,

    /// <summary>Benefits that anybody in the household draws today; options are codes of services.</summary>
    WhatIsDrawn,

    /// <summary>Costs of the last 12 months; the amounts of those ticked are asked next.</summary>
    Spending,
}

/// <summary>Something to tick.</summary>
/// <param name="Code">Stable, see <see cref="Options"/>, or the code of a service for <see cref="Checklist.WhatIsDrawn"/>.</param>
/// <param name="Over">"More than so many yuan", exclusive; <c>null</c>: the option is about no sum.</param>
public readonly record struct Option(string Code, decimal? Over = null);

/// <summary>Codes of options.</summary>
public static class Options
{
    public const string HereRural = "here-rural";
    public const string HereUrban = "here-urban";
    public const string Elsewhere = "elsewhere";

    /// <summary>60 or older.</summary>
    public const string Elder = "elder";

    /// <summary>Under 18, if disabled, gravely ill or without the care of the parents.</summary>
    public const string Child = "child";

    /// <summary>With a certificate.</summary>
    public const string Disabled = "disabled";

    public const string GravelyIll = "gravely-ill";

    /// <summary>Needs somebody's help with eating, dressing, washing or walking.</summary>
    public const string Helpless = "helpless";

    /// <summary>Sent home from work in the early 1960s (精简退职); offered only while it matters.</summary>
    public const string LaidOff = "laid-off";

    /// <summary>Was supported as an orphan, is of age now, and studies full time; offered only while it matters.</summary>
    public const string OrphanStudent = "orphan-student";

    /// <summary>There is one more such person.</summary>
    public const string Another = "another";

    public const string Car = "car";
    public const string SecondHome = "second-home";
    public const string Shop = "shop";
    public const string Business = "business";
    public const string Savings = "savings";

    public const string Fire = "fire";
    public const string Accident = "accident";
    public const string SuddenIllness = "sudden-illness";
    public const string Death = "death";

    public const string Medical = "medical";
    public const string Rehabilitation = "rehabilitation";
    public const string Education = "education";
}
