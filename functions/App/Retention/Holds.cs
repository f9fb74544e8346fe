using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>The holds that stand, as they were read once.</summary>
public sealed class Holds
{
    private const int MostTries = 5;

    private readonly HoldsSeen seen;
    private readonly RetentionBook book;
    private readonly CaseCabinet cabinet;

    private Holds(HoldsSeen seen, RetentionBook book, CaseCabinet cabinet) => (this.seen, this.book, this.cabinet) = (seen, book, cabinet);

    public static async Task<Holds> ReadAsync(RetentionBook book, CaseCabinet cabinet, CancellationToken cancellation) => new(await book.HoldsAsync(cancellation), book, cabinet);

    /// <summary>Of what it was decided that it is erased.</summary>
    public IEnumerable<string> Decided => seen.Decided;

    /// <summary>It was decided that it is erased, and that broke off.</summary>
    public bool IsDecided(string number) => seen.Decided.Contains(number);

    /// <summary>
    /// Decides that it is erased, by the holds as they stand now: of a hold and an erasure one is first, and the other knows. Then it has to be done; or <see cref="WithdrawAsync"/>.
    /// </summary>
    /// <param name="isHeld">Whether it is, by the holds given.</param>
    /// <returns><c>false</c>: it is held, or so much is ordered at this moment that it waits for another night.</returns>
    public async Task<bool> TryDecideAsync(string number, Func<Holds, Task<bool>> isHeld, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var now = await ReadAsync(book, cabinet, cancellation);
            // Who ordered a hold since then was told that it is gone.
            if (now.IsDecided(number))
                return true;
            if (await isHeld(now))
                return false;
            if (await book.TryDecideAsync(number, now.seen, cancellation))
                return true;
        }
        return false;
    }

    /// <summary>It is not erased after all.</summary>
    public Task WithdrawAsync(string number, CancellationToken cancellation) => book.ForgetDecisionAsync(number, cancellation);

    /// <summary>That number itself is held: of a case or of a matter.</summary>
    public bool Hold(string number) => seen.Standing.Any(hold => hold.CaseId == number);

    /// <summary>The case is held, or somebody of its household is, or who acts or acted in it for the applicant. Where it is not known any more whom a hold is of, it is of everybody.</summary>
    public bool Hold(Case current) => Hold(current.CaseId) || seen.Standing.Any(hold => hold.PersonHash is { } person
        && (current.Applicant.IdHash.MayBe(person) || current.Representations.Any(one => one.Who.IdHash.MayBe(person)) || current.NamedMembers.Any(member => member.Person.IdHash.MayBe(person))));

    /// <summary>As <see cref="Hold(Case)"/>, of a case that is looked up only where a person is held.</summary>
    public async Task<bool> HoldCaseAsync(string caseId, CancellationToken cancellation)
    {
        if (Hold(caseId) || !seen.Standing.Any(hold => hold.PersonHash is not null))
            return Hold(caseId);
        try
        {
            return await cabinet.FindAsync(caseId, cancellation) is { } file && Hold(file.Current);
        }
        catch (JournalDamagedException)
        {
            // Whose it is cannot be told: it may be theirs.
            return true;
        }
    }
}
