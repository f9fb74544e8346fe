using OneVisit.Domain.Law;

namespace OneVisit.Domain.Services;

/// <summary>A reason for which the law lets an office ask for a paper beyond the frozen list. The catalogue names all there are.</summary>
/// <param name="Id">For example <c>data-contradict</c>.</param>
public sealed record LegalReason(string Id, Text Name, LawReference Law);
