using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Storage;

namespace OneVisit.Functions.Mandates;

/// <summary>
/// An agent applies with a client at their door. The case is the client's: it belongs to a participant made of their number, until they come with a
/// conversation of their own and the code from the receipt. Without the client's own mandate, signed by them, an agent applies for nobody.
/// </summary>
public sealed class AgentApplying(LookupHash lookup, PersonalData personal, SubmissionRegister register, TimeProvider clock)
{
    private const int CodeLength = 8;

    /// <returns>Whose case it becomes, and under whom it is journalled; or the problem to answer with.</returns>
    internal async Task<(string Participant, Actor? By, IActionResult? Problem)> OfAsync(HttpRequest request, Submission submission, MandateWish? mandate, CancellationToken cancellation)
    {
        if (request.Caller() is Caller.Resident resident)
            return (resident.Participant, null, null);
        var today = BeijingTime.DayOf(clock.GetUtcNow());
        if (request.Caller() is not Caller.Staff staff || AgentPost(staff.Member, submission, today) is not { } post)
            return ("", null, Problems.NotYours(request));
        // Where somebody acts for the household, they apply themselves: nobody stands between two.
        if (submission.Representative is not null)
            return ("", null, Represented(request));
        // Signed on the spot, or to be signed next on this very telephone: until then the agent has no part in it.
        if (mandate is not ({ Signature: not null } or { ToBeSigned: true }) || Holder(mandate, submission) is var (role, office) && (post.Role, post.Office) != (role, office)
            || (mandate.Person is { } person && person.Participant != staff.Participant) || mandate.Acts?.Contains(MandateActs.Apply) != true)
            return ("", null, Unsigned(request));
        var owner = await ClientOfAsync(submission, cancellation);
        return (owner, staff.Member.In(post) with { OnBehalfOf = new Principal(owner, submission.Name.Masked) }, null);
    }

    /// <summary>The code with which the client sees a case in a conversation of their own; made anew whenever it is asked for, kept nowhere.</summary>
    /// <param name="number">Of the application, or of the case that came alone.</param>
    public string ClaimCode(string number) => ClaimCodes(number)[0];

    /// <summary>All codes that count for it: that of a slip from before the look-up key was changed, too.</summary>
    public IReadOnlyList<string> ClaimCodes(string number) => [.. lookup.Under("claim-code", number).Select(secret => CaseNumber.CodeOf(secret, CodeLength))];

    /// <summary>Whether a case was applied for by an agent and nobody has come for it yet.</summary>
    public static bool IsUnclaimed(Case current) => current.Participant.StartsWith(ClientPrefix, StringComparison.Ordinal);

    /// <summary>Whose such a case is begins so; behind it stand the look-up key, unless it is the first, and the hash.</summary>
    internal const string ClientPrefix = Participants.ResidentPrefix + "client-";

    // The same submission sent again is of the same client, under whichever look-up key it came first.
    private async Task<string> ClientOfAsync(Submission submission, CancellationToken cancellation)
    {
        string[] clients = [.. lookup.Under("client-participant", submission.Id.Reveal()).Select(hash => ClientPrefix + hash.Replace('.', '-'))];
        foreach (var earlier in clients.Skip(1))
        {
            foreach (var key in personal.SubmissionKeys(earlier, submission.Form.SubmissionId))
            {
                if (await register.FindAsync(key, cancellation) is not null)
                    return earlier;
            }
        }
        return clients[0];
    }

    private static Post? AgentPost(StaffMember member, Submission submission, DateOnly today) => member.PostsOn(today)
        .FirstOrDefault(post => post.Role.IsAgent() && Enum.GetValues<OfficeLevel>().Any(level => post.Is(AgentRoles.RoleAt(level), Offices.InChargeOf(submission.Village.Code, level))));

    private static (Role, string)? Holder(MandateWish wish, Submission submission) => (AgentRoles.RoleAt(wish.Level), Offices.InChargeOf(submission.Village.Code, wish.Level));

    private static IActionResult Represented(HttpRequest request)
    {
        var errors = new FieldErrors(request.Language());
        errors.Add("representative", "field.representative-agent");
        return Problems.Invalid(request, errors.Fields);
    }

    private static IActionResult Unsigned(HttpRequest request)
    {
        var errors = new FieldErrors(request.Language());
        errors.Add("mandate.consent", "field.mandate-client-not-signed");
        return Problems.Invalid(request, errors.Fields);
    }
}
