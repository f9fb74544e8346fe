namespace OneVisit.Domain.Cases;

/// <summary>What was posted about a task, unchecked. <see cref="CaseDecisions.CompleteTask"/> makes a <see cref="TaskAct"/> of it or refuses it.</summary>
/// <param name="Action">One of <see cref="ActNames"/>.</param>
public sealed record OutcomeForm(string? Action)
{
    /// <summary>Surveyed: the second investigator, of the same office; <c>null</c>: nobody was named whom the directory has.</summary>
    public StaffMember? Second { get; init; }

    /// <summary>StartSurvey: when it begins. Surveyed: when both were there. Convene: when the meeting is. HandedOver: when it was. Today when left out.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Verified as contradicted: what contradicts, 1 to 10.</summary>
    public IReadOnlyList<DataDifference>? Differences { get; init; }

    /// <summary>Convene: everybody entitled to vote, by name.</summary>
    public IReadOnlyList<string>? Representatives { get; init; }

    /// <summary>Convene: where.</summary>
    public string? Place { get; init; }

    /// <summary>Appraised: who of the list was present.</summary>
    public IReadOnlyList<string>? Present { get; init; }

    /// <summary>Appraised: who of the list did not vote because of kinship.</summary>
    public IReadOnlyList<string>? Recused { get; init; }

    /// <summary>Appraised: what of <see cref="MeetingOrder"/> was kept.</summary>
    public IReadOnlyList<string>? Order { get; init; }

    public int? VotesFor { get; init; }

    public int? VotesAgainst { get; init; }

    public int? VotesAbstained { get; init; }

    /// <summary>DeclareRelative: who is related, and how.</summary>
    public RelativeForm? Relative { get; init; }

    /// <summary>NameMember: who lives in the household, too.</summary>
    public MemberForm? Member { get; init; }

    /// <summary>Visited: names of at least two different people.</summary>
    public IReadOnlyList<string>? Investigators { get; init; }

    /// <summary>Surveyed: yuan per month as found, from 0; <c>null</c> not known.</summary>
    public decimal? MonthlyIncomeFound { get; init; }

    /// <summary>Surveyed: people living together, 1 to 30; <c>null</c> not known.</summary>
    public int? MembersFound { get; init; }

    /// <summary>Surveyed, Verified: free words, at most 1,000 characters.</summary>
    public string? Findings { get; init; }

    /// <summary>Verified: <c>consistent</c>, <c>contradicted</c> or <c>unknown</c>.</summary>
    public string? Verification { get; init; }

    /// <summary>Propose, Approve: yuan per month for the household or paid once, as the procedure grants; ignored where it pays nothing.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ProposeRefusal, Return, Refuse, RequestMaterial, TellMissing, NotAccepted, NotMet, PauseClock, ExtendTime: 5 to 500 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Return: what exactly has to be corrected, 1 to 20 items.</summary>
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>Collected: codes received. RequestMaterial, TellMissing: codes asked for.</summary>
    public IReadOnlyList<string>? Materials { get; init; }

    /// <summary>Collected at an office: somebody of the household came with the papers. <see cref="Cause"/> then says why, if it was there before.</summary>
    public bool? InPerson { get; init; }

    /// <summary>RequestMaterial: why the law allows a paper beyond the list; <c>null</c>: no such reason was named.</summary>
    public Services.LegalReason? LegalReason { get; init; }

    /// <summary>PauseClock: one of <see cref="PauseCauses.OfOffices"/>. ResumeClock: the same, or left out. ExtendTime: one of <see cref="ExtensionCauses"/>. Cannot: one of <see cref="DeclineCauses"/>. Attended, Collected in person: one of <see cref="ComingCauses"/>, after the first visit.</summary>
    public string? Cause { get; init; }

    /// <summary>PauseClock: last day, inclusive.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>OutsideArea: code of the village it is in; <c>null</c>: not said.</summary>
    public string? Village { get; init; }

    /// <summary>Filed: number in the city's register; the case id when left out.</summary>
    public string? RegisterNumber { get; init; }
}
