namespace OneVisit.Contracts;

/// <summary>A page of the city's register of filings (备案登记簿).</summary>
/// <param name="Month">First day of the month it is of.</param>
/// <param name="Next">To be given back as <c>after</c> for the next page; <c>null</c>: this is the last.</param>
public sealed record FilingRegisterView(DateOnly Month, IReadOnlyList<FiledCaseView> Cases, string? Next);

/// <param name="Number">In the register; one of ours is in sequence for its year and item.</param>
/// <param name="Typed">The number was typed and is in no sequence.</param>
public sealed record FiledCaseView(
    string Number, string CaseId, string Item, string ItemName, string Point, string PointName, string Village, string Applicant,
    decimal? Monthly, decimal? Once, DateOnly DecidedOn, DateOnly FiledOn, string FiledBy, bool Typed);
