namespace OneVisit.Contracts;

/// <summary>Asks for the one-time list of one service or several. Answered with <see cref="MaterialListView"/>; nothing is kept.</summary>
/// <param name="Services">Codes, 1 to <see cref="SubmitApplication.MostServices"/>.</param>
/// <param name="MandateToAgent"><c>null</c>: not decided yet, and what only an agent needs stays on the list.</param>
public sealed record MaterialListRequest(HouseholdFacts Household, IReadOnlyList<string> Services, bool? MandateToAgent = null)
{
    /// <summary>On what somebody acts for the applicant, see <see cref="RepresentationBases"/>; <c>null</c>: nobody does. Nobody is named.</summary>
    public string? Representation { get; init; }
}

/// <summary>The complete list, each paper once: nothing beyond it is asked for later.</summary>
public sealed record MaterialListView(DateOnly On, IReadOnlyList<ListedPaper> Papers);

/// <summary>A paper of the list.</summary>
/// <param name="Status">
/// <c>needed</c>: the applicant gives it; <c>not-found</c>: the applicant gives it, because its register has it not; <c>unverified</c>: the
/// applicant gives it, because we could not look it up;
/// <c>held</c>: struck out, the city has it; <c>looked-up-later</c>: struck out, the office looks it up, the applicant is never asked;
/// <c>prefilled</c>: we fill it in, the applicant signs.
/// </param>
/// <param name="HeldBy">Whose register it is in or should be; <c>null</c>: none.</param>
/// <param name="AsOf">When the register was looked at; <c>null</c>: not looked at.</param>
/// <param name="Why">In words, when it is not plain why it is asked for or not.</param>
/// <param name="Services">Codes of the services that need it.</param>
/// <param name="Later">It may follow later; <c>null</c>: it may not.</param>
/// <param name="CommitmentInLieu">A signed commitment will do instead, if the applicant chooses so.</param>
/// <param name="CommitmentText">What the applicant commits to, when <paramref name="CommitmentInLieu"/>.</param>
/// <param name="NeverWaivable">Neither waived nor handed in later, for nobody.</param>
public sealed record ListedPaper(
    string Code, string Name, string Form, string Status, string? HeldBy, DateOnly? AsOf, string? Why, IReadOnlyList<string> Services,
    LaterPaper? Later, bool CommitmentInLieu, string? CommitmentText, bool NeverWaivable)
{
    /// <summary>It shows on what somebody acts for the applicant: the basis, see <see cref="RepresentationBases"/>; <c>null</c>: it is asked for itself.</summary>
    public string? EvidenceOf { get; init; }
}

/// <summary>The terms on which a paper may follow later (容缺).</summary>
/// <param name="WorkingDays">From the day after acceptance.</param>
/// <param name="By">The last day, were the application handed in today.</param>
/// <param name="ByIsProvisional">A year on the way has no published calendar yet.</param>
/// <param name="Commitment">What the applicant commits to: paper, form, day and consequence.</param>
public sealed record LaterPaper(int WorkingDays, DateOnly By, bool ByIsProvisional, string Commitment);
