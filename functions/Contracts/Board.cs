namespace OneVisit.Contracts;

/// <summary>A township with a board.</summary>
public sealed record NoticePlace(string Township, string Name);

/// <summary>The villages of a township, with how many notices hang in each now.</summary>
public sealed record TownshipNotices(string Township, string Name, IReadOnlyList<VillageCount> Villages);

public sealed record VillageCount(string Village, string Name, int Notices);

/// <summary>What hangs in a village now.</summary>
/// <param name="Office">Name of the office that answers objections.</param>
public sealed record VillageNotices(string Village, string Name, string Township, string TownshipName, string Office, IReadOnlyList<PublicNoticeView> Notices)
{
    /// <summary>Numbers of notices that the city took down: nothing else of them is told.</summary>
    public IReadOnlyList<string> TakenDown { get; init; } = [];
}

/// <summary>A public notice (公示): masked name, household size and amount only. There is no place for more.</summary>
/// <param name="Number">Whoever objects names it. It is not the number of the case.</param>
/// <param name="Name">One character and a star.</param>
/// <param name="Amount">Yuan, zero: payment stops; <c>null</c>: the service pays nothing, or its notice names no amount.</param>
/// <param name="Grants">As in <see cref="TaskView"/>: <c>monthly</c>, <c>recomputed</c>, <c>once</c> or <c>nothing</c>.</param>
/// <param name="Until">Last day, inclusive.</param>
public sealed record PublicNoticeView(string Number, string Name, int? Members, decimal? Amount, string Grants, string Service, DateOnly From, DateOnly Until);

/// <summary>The case of a public notice: for the city, which takes it down.</summary>
public sealed record NoticeCase(string Number, string CaseId);

/// <summary>An objection to a public notice (公示异议). Anybody may make one, without saying who they are.</summary>
/// <param name="SubmissionId">Chosen by who objects, 16 to 64 characters of <c>[A-Za-z0-9-]</c>: sent twice, it is one.</param>
/// <param name="Notice">The number that stands on the notice.</param>
/// <param name="Words">What is not right, 5 to 1,000 characters.</param>
/// <param name="Name">At most 50 characters; may be left out.</param>
/// <param name="Phone">At most 50 characters; may be left out.</param>
public sealed record RaiseObjection(string? SubmissionId, string? Notice, string? Words, string? Name = null, string? Phone = null)
{
    /// <summary>Never prints what was written.</summary>
    public override string ToString() => nameof(RaiseObjection);
}

/// <param name="PickupCode">With it the answer is fetched, see <see cref="Headers.PickupCode"/>.</param>
public sealed record ObjectionReceipt(string ObjectionId, string PickupCode, DateOnly AnswerBy, bool Provisional)
{
    /// <summary>Never prints the code.</summary>
    public override string ToString() => nameof(ObjectionReceipt);
}

/// <param name="Status"><c>open</c> or <c>answered</c>.</param>
/// <param name="Finding"><c>upheld</c>, <c>partly-upheld</c> or <c>unfounded</c>, once answered.</param>
public sealed record ObjectionView(
    string ObjectionId, string Notice, string Status, DateOnly RaisedOn, DateOnly AnswerBy, string DueState, string? Finding, string? Answer, DateOnly? AnsweredOn);
