namespace OneVisit.Contracts;

/// <summary>Asks for a preliminary verdict. <see cref="Services"/> empty: all that exist.</summary>
public sealed record EligibilityRequest(HouseholdFacts Household, IReadOnlyList<string>? Services = null);

/// <summary>Preliminary verdicts, one a service. A human decides (个人信息保护法 art. 24).</summary>
/// <param name="Counting">How members and income were counted for all verdicts; <c>null</c>: neither people with relations nor incomes by kind were told.</param>
public sealed record EligibilityResponse(DateOnly On, IReadOnlyList<ServiceVerdict> Verdicts, CountingView? Counting = null);

/// <summary>Members and income as the verdicts took them.</summary>
/// <param name="Members"><c>null</c>: not known.</param>
/// <param name="MonthlyIncome">Yuan per month, to the fen; <c>null</c>: not known.</param>
public sealed record CountingView(int? Members, decimal? MonthlyIncome, IReadOnlyList<CountingLine> Lines);

/// <summary>One step of the count.</summary>
/// <param name="Line">Stable name, for example <c>member-spouse</c> or <c>income-left-out</c>.</param>
/// <param name="Counts"><c>false</c>: left out; <c>null</c>: it cannot be told yet.</param>
/// <param name="Text">In the reader's language.</param>
/// <param name="Law">Act and article.</param>
/// <param name="SourceStatus"><c>verified</c>, <c>analog</c> or <c>demo</c>.</param>
/// <param name="Person">Place in <see cref="HouseholdFacts.People"/>, from 0; <c>null</c>: the household.</param>
/// <param name="Parameter">The dated number that leaves a kind of income out, or did until <paramref name="To"/>; <c>null</c>: none does.</param>
public sealed record CountingLine(
    string Line, bool? Counts, string Text, string Law, string SourceStatus, int? Person = null, string? Parameter = null, DateOnly? From = null, DateOnly? To = null);

/// <param name="Verdict"><c>likely</c>, <c>unlikely</c> or <c>unknown</c>.</param>
/// <param name="MonthlyAmount">Estimated monthly amount for the household in yuan when likely; <c>null</c> otherwise, and where nothing is paid by the month.</param>
/// <param name="StillOpen">Names of the household facts that still decide something, most decisive first.</param>
public sealed record ServiceVerdict(
    string Service, string Verdict, decimal? MonthlyAmount, IReadOnlyList<Finding> Findings, IReadOnlyList<string> StillOpen)
{
    /// <summary>What is paid or given, and how it comes about; <c>null</c> unless it is likely and something is said of it.</summary>
    public AmountFinding? Amount { get; init; }
}

/// <summary>One line of law, checked.</summary>
/// <param name="Rule">Stable name of the rule, for example <c>income-below-standard</c>.</param>
/// <param name="Holds"><c>true</c>, <c>false</c>, or <c>null</c> when not known.</param>
/// <param name="Text">The reason in the reader's language.</param>
/// <param name="Law">Act and article.</param>
/// <param name="SourceStatus"><c>verified</c>, <c>analog</c> or <c>demo</c>.</param>
/// <param name="Arithmetic">The sum as shown to a person, or <c>null</c> where there is none.</param>
/// <param name="Person">Place in <see cref="HouseholdFacts.People"/>, from 0, of the person it is about; <c>null</c>: the household.</param>
public sealed record Finding(string Rule, bool? Holds, string Text, string Law, string SourceStatus, string? Arithmetic, int? Person = null)
{
    /// <summary>The facts looked at, known or not. Only in answers about eligibility: a task's findings leave them out.</summary>
    public IReadOnlyList<FindingInput> Inputs { get; init; } = [];

    /// <summary>What the service says to the rule, for example <c>years: elder_from</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The dated numbers used.</summary>
    public IReadOnlyList<UsedParameter> Parameters { get; init; } = [];

    /// <summary>The finding belongs to one way of a choice, of which one is enough; <c>null</c>: it must hold itself.</summary>
    public FindingWay? Way { get; init; }
}

/// <summary>A fact that a rule looked at.</summary>
/// <param name="Fact">Path in <see cref="HouseholdFacts"/>, for example <c>monthlyIncome</c> or <c>people[0].bornOn</c>.</param>
/// <param name="Known">Whether it was told.</param>
/// <param name="Text">Name and value in the reader's language.</param>
public sealed record FindingInput(string Fact, bool Known, string Text);

/// <summary>A dated number as it was used.</summary>
/// <param name="Name">In <c>parameters.yaml</c>.</param>
/// <param name="Text">What it is, in the reader's language.</param>
/// <param name="EffectiveFrom">First day, inclusive.</param>
/// <param name="EffectiveTo">Last day, inclusive; <c>null</c>: it is in force.</param>
/// <param name="SourceStatus"><c>verified</c>, <c>analog</c> or <c>demo</c>.</param>
public sealed record UsedParameter(string Name, string Text, decimal Value, DateOnly? EffectiveFrom, DateOnly? EffectiveTo, string SourceStatus);

/// <param name="Choice">From 0, in the order of the findings.</param>
/// <param name="Number">Of the way, from 0.</param>
public sealed record FindingWay(int Choice, int Number);

/// <summary>Where an amount comes from.</summary>
/// <param name="Formula">Stable name, for example <c>shortfall</c>.</param>
/// <param name="Lines">The calculation in the reader's language, line by line.</param>
/// <param name="Monthly">For the household in yuan; <c>null</c> where nothing is paid by the month.</param>
/// <param name="SourceStatus">Of the weakest number in it.</param>
public sealed record AmountFinding(string Formula, IReadOnlyList<string> Lines, decimal? Monthly, string SourceStatus, IReadOnlyList<UsedParameter> Parameters);

/// <summary>A due date. <see cref="Provisional"/>: the calendar of a year on the way is not published yet.</summary>
public sealed record DueDateAnswer(DateOnly From, int WorkingDays, DateOnly Due, bool Provisional);
