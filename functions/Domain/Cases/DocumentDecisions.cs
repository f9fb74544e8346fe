using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

public static partial class CaseDecisions
{
    /// <summary>The resident adds a paper to their own case. The same bytes for the same material twice: nothing is written.</summary>
    public static Decision AddDocument(Case current, DocumentAdded document, string participant) =>
        current.Participant != participant ? Refuse(RefusalReason.NotYours) : Add(current, document, Owner(current));

    /// <summary>A member of staff adds a paper while a task of theirs is open: the agent under a mandate, or the township's officer.</summary>
    public static Decision AddDocument(Case current, DocumentAdded document, StaffMember caller, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        if (current.Carriers.Any(carrier => carrier.Role.IsAgent() && carrier.Is(caller, today)))
            return AddAsAgent(current, document, caller, today);
        var posts = caller.PostsOn(today).Where(post => post.Role is Role.TownshipOfficer or Role.DeputyRepresentative or Role.BureauOfficer || post.Role.IsAgent()).ToArray();
        if (posts.Length == 0)
            return Refuse(RefusalReason.WrongRole);
        // Whoever is related puts nothing into the file, as the household's errands are no judgement.
        var open = current.OpenTasks.Where(task => task.IsErrand || !current.IsRelated(caller.Participant)).ToArray();
        var desk = open.Select(task => posts.FirstOrDefault(post => post.Is(task.Role, task.Office)))
            .FirstOrDefault(post => post is not null);
        if (desk is null && open.Length == 0 && current.OpenTasks.FirstOrDefault(task => posts.Any(post => post.Is(task.Role, task.Office))) is { } kept)
            return Refuse(RefusalReason.RelatedToHousehold) with { Could = new Post(kept.Role, kept.Office, today) };
        if (desk is null)
            return Refuse(current.OpenTasks.Any(task => posts.Any(post => post.Role == task.Role)) ? RefusalReason.WrongPlace : RefusalReason.OutOfOrder);
        return Add(current, document, caller.In(desk));
    }

    // While an errand is open; and whenever the office waits for papers of the household.
    private static Decision AddAsAgent(Case current, DocumentAdded document, StaffMember caller, DateOnly today)
    {
        if (!current.IsMandatedOn(today))
            return Refuse(RefusalReason.MandateNotActive) with { At = current.Mandate?.RevokedAt };
        if (!current.IsCarriedBy(caller, today))
            return Refuse(RefusalReason.ErrandMoved) with { Moved = current.Carrier };
        if (current.OpenTasks.All(task => task.Kind != StageKind.Collect) && current.AskedFor.IsEmpty && !current.StillToFollow.Any())
            return Refuse(RefusalReason.OutOfOrder);
        return current.Mandate.Allows(MandateActs.Upload)
            ? Add(current, document, caller.For(current, caller.PostsOn(today).First(post => post.Is(current.Carrier.Role, current.Carrier.Office))))
            : Refuse(RefusalReason.NotInMandate) with { About = [MandateActs.Upload] };
    }

    /// <summary>A paper that came into a linked case of the same household counts here too. What this case cannot take is left out, not refused.</summary>
    /// <param name="by">Who added it there.</param>
    public static Decision ShareDocument(Case current, DocumentAdded document, Actor by) =>
        Add(current, document, by) is Decision.Accepted accepted ? accepted : Accept(by, []);

    /// <summary>
    /// The resident signed a form of ours on a screen, in person. The same content signed twice: nothing is written. A mandate may be signed
    /// though the list does not ask for it, while it is in force: it is the resident's own act.
    /// </summary>
    public static Decision SignForm(Case current, DocumentAdded signed, string participant, DateTimeOffset now)
    {
        if (current.Participant != participant)
            return Refuse(RefusalReason.NotYours);
        if (current.SignedForm(signed.Material, signed.SignedContent) is not null)
            return Accept(Owner(current), []);
        // Its letter is signed by the person's own hand, on paper: a mandate there is none.
        if (signed.Material == FilledForms.Mandate && current.IsEntrustedOn(BeijingTime.DayOf(now)))
            return Refuse(RefusalReason.EntrustedAlready);
        if (signed.Material != FilledForms.Mandate)
            return Add(current, signed, Owner(current));
        if (current.Application.Materials.Any(material => material.Code == signed.Material))
            return Add(current, signed, Owner(current)) is Decision.Accepted { Events: [_, ..] } listed
                ? listed with { Events = [.. listed.Events, .. MandateSignedBy(current, signed, now)] }
                : Add(current, signed, Owner(current));
        if (AgainstEnded(current) is { } ended)
            return ended;
        if (!current.IsMandatedOn(BeijingTime.DayOf(now)) && !WaitsForSignature(current, BeijingTime.DayOf(now)))
            return Refuse(RefusalReason.MandateNotActive) with { At = current.Mandate?.RevokedAt };
        return current.Documents.Length >= Limits.Documents ? Refuse(RefusalReason.TooManyDocuments) : Accept(Owner(current), [signed, .. MandateSignedBy(current, signed, now)]);
    }

    private static bool WaitsForSignature(Case current, DateOnly today) =>
        current.Mandate is { AwaitsSignature: true, Signature: null, RevokedAt: null, ReplacedAt: null } mandate && today <= mandate.ExpiresOn;

    // A mandate that waited for it counts from here: open errands move to the agent.
    private static IEnumerable<CaseEvent> MandateSignedBy(Case current, DocumentAdded signed, DateTimeOffset now)
    {
        if (current.Mandate is not { Signature: null } mandate || signed.SignedContent is not { } content)
            yield break;
        var signing = new MandateSigned(new MandateSignature(signed.SignedBy ?? SignatureKinds.Drawn, content, now, signed.TakenBy), mandate.Number);
        yield return signing;
        foreach (var moved in Desks.Moved(current.After(signing, Owner(current), now), BeijingTime.DayOf(now)))
            yield return moved;
    }

    // While they may object, and while the objection is looked into.
    private static bool MayProve(Case current) =>
        Objecting.To(current) is not null || current.AppraisalsOrdered.Any(order => order.Round == current.Round) || current.OpenTasks.Any(task => task.StageId == BesideTasks.Recheck);

    // Whom a household entrusts is its own affair, and nobody asked for the letter: it comes with whoever is named, or before.
    private static bool IsLetter(Case current, DocumentAdded document, Actor actor) =>
        actor.Role == Role.Resident && document is { Material: FilledForms.Mandate, SignedContent: null } && !current.IsListed(FilledForms.Mandate);

    // The photo of the letter may have been sent before anybody was named: sent again it is the letter that is waited for.
    private static bool IsMissingLetter(Case current, DocumentAdded document, Actor actor) =>
        IsLetter(current, document, actor) && current.Representation is { Ended: null, Named: { } naming } && !current.IsShown(naming, document.Material);

    private static Decision Add(Case current, DocumentAdded document, Actor actor)
    {
        if (current.Documents.Any(known => known.DocumentId == document.DocumentId && known.Material == document.Material) && !IsMissingLetter(current, document, actor))
            return Accept(actor, []);
        var follows = !current.IsClosed && (current.StillToFollow.Any(listed => listed.Code == document.Material) || IsLetter(current, document, actor));
        if (!follows && AgainstEnded(current) is { } refused)
            return refused;
        var isTheirs = actor.Role == Role.Resident ? document.Material == OfficePapers.ObjectionEvidence && MayProve(current) : OfficePapers.Has(document.Material);
        if (!isTheirs && !IsLetter(current, document, actor) && current.Materials.All(material => material.Code != document.Material))
            return Refuse(RefusalReason.ExtraMaterial) with { Field = "material", About = [document.Material] };
        return current.Documents.Length >= Limits.Documents
            ? Refuse(RefusalReason.TooManyDocuments)
            : Accept(actor, [document]);
    }
}
