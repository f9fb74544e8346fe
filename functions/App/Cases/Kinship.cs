using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>
/// Who of the offices is related to a household (近亲属备案). Found out by number: an applicant who is a member of staff, where the directory has the
/// keyed hash of their number. Not found out: relatives of staff, since nobody's family stands in the directory; they are said by the household or by
/// staff. A name that was said is looked up among those in charge of the village, so that they are kept away.
/// </summary>
public sealed class Kinship(StaffDirectory staff, PersonalData personal, TimeProvider clock)
{
    private const int ShortestName = 2;

    private static readonly OfficeLevel[] Levels = [OfficeLevel.Village, OfficeLevel.Township, OfficeLevel.City];

    /// <summary>What a new case's register begins with.</summary>
    internal async Task<ImmutableArray<RelativeDeclared>> OfAsync(Submission submission, CancellationToken cancellation)
    {
        var relatives = ImmutableArray.CreateBuilder<RelativeDeclared>();
        if (submission.Form.Relatives is { Answer: "yes", Who: { } who }
            && CaseDecisions.Read(await ReadAsync(who, null, submission.Village.Code, cancellation), RelativeSource.Resident) is { } told)
            relatives.Add(told);
        // Who acts for the household and works for the offices judges nothing of it either.
        foreach (var id in new[] { submission.Id, submission.Representative?.Id }.OfType<ResidentId>())
        {
            if (await staff.FindByNumberAsync(personal.IdHash(id), cancellation) is { } member && member.PostsOn(clock.Today()).Any())
                relatives.Add(new RelativeDeclared(member.Name, RelativeSource.Detected, Staff: member.Participant));
        }
        return [.. relatives.DistinctBy(relative => relative.Staff ?? relative.Name)];
    }

    /// <summary>Who was named, with the member of staff of that name who is in charge of the village, if there is one.</summary>
    public async Task<RelativeForm> ReadAsync(string? name, string? relation, string village, CancellationToken cancellation)
    {
        var said = PlainText.Of(name);
        var member = said.Length < ShortestName ? null : await FindAsync(said, village, cancellation);
        return member is null || member.Name == said
            ? new RelativeForm(said, relation, member)
            // What was said besides the name is kept.
            : new RelativeForm(said, PlainText.OrNull(relation) ?? said, member);
    }

    /// <summary>Others who hold a post today and are not related to the household, by name.</summary>
    public async Task<ImmutableArray<string>> OthersAsync(Case current, Post post, CancellationToken cancellation) =>
        [.. (await staff.HoldersAsync(post.Role, post.Office, clock.Today(), cancellation)).Where(holder => !current.IsRelated(holder.Participant)).Select(holder => holder.Name)];

    private async Task<StaffMember?> FindAsync(string said, string village, CancellationToken cancellation)
    {
        foreach (var level in Levels)
        {
            var members = await staff.OfOfficeAsync(Offices.InChargeOf(village, level), clock.Today(), cancellation);
            if (members.FirstOrDefault(member => member.Name.Length >= ShortestName && said.Contains(member.Name, StringComparison.Ordinal)) is { } named)
                return named;
        }
        return null;
    }
}
