using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>The holds that stand, as they were read once.</summary>
public sealed class Holds
{
    private readonly IReadOnlyList<StandingHold> standing;
    private readonly RetentionBook book;
    private readonly CaseCabinet cabinet;

    private Holds(IReadOnlyList<StandingHold> standing, RetentionBook book, CaseCabinet cabinet) => (this.standing, this.book, this.cabinet) = (standing, book, cabinet);

    public static async Task<Holds> ReadAsync(RetentionBook book, CaseCabinet cabinet, CancellationToken cancellation) => new(await book.HoldsAsync(cancellation), book, cabinet);

    /// <summary>As they stand now: for who is about to do what cannot be undone.</summary>
    public Task<Holds> AnewAsync(CancellationToken cancellation) => ReadAsync(book, cabinet, cancellation);

    /// <summary>That number itself is held: of a case or of a matter.</summary>
    public bool Hold(string number) => standing.Any(hold => hold.CaseId == number);

    /// <summary>The case is held, or somebody of its household is.</summary>
    public bool Hold(Case current) =>
        Hold(current.CaseId) || standing.Any(hold => hold.PersonHash is { } person && (current.Applicant.IdHash == person || current.NamedMembers.Any(member => member.Person.IdHash == person)));

    /// <summary>As <see cref="Hold(Case)"/>, of a case that is looked up only where a person is held.</summary>
    public async Task<bool> HoldCaseAsync(string caseId, CancellationToken cancellation) =>
        Hold(caseId) || standing.Any(hold => hold.PersonHash is not null) && await cabinet.FindAsync(caseId, cancellation) is { } file && Hold(file.Current);
}
