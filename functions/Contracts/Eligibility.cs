namespace OneVisit.Contracts;

/// <summary>Asks for a preliminary verdict. <see cref="Services"/> empty: all that have rules; of one that has none the verdict is <c>unknown</c>.</summary>
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
    string Service, string Verdict, decimal? MonthlyAmount, IReadOnlyList<Finding> Findings, IReadOnlyList<string> StillOpen);

/// <summary>One line of law, checked.</summary>
/// <param name="Rule">Stable name of the rule, for example <c>income-below-standard</c>.</param>
/// <param name="Holds"><c>true</c>, <c>false</c>, or <c>null</c> when not known.</param>
/// <param name="Text">The reason in the reader's language.</param>
/// <param name="Law">Act and article.</param>
/// <param name="SourceStatus"><c>verified</c>, <c>analog</c> or <c>demo</c>.</param>
/// <param name="Arithmetic">The sum as shown to a person, or <c>null</c> where there is none.</param>
/// <param name="Person">Place in <see cref="HouseholdFacts.People"/>, from 0, of the person it is about; <c>null</c>: the household.</param>
public sealed record Finding(string Rule, bool? Holds, string Text, string Law, string SourceStatus, string? Arithmetic, int? Person = null);

/// <summary>A due date. <see cref="Provisional"/>: the calendar of a year on the way is not published yet.</summary>
public sealed record DueDateAnswer(DateOnly From, int WorkingDays, DateOnly Due, bool Provisional);
