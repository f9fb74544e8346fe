using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Mandates;

/// <summary>Reads the mandate that somebody wishes to give.</summary>
public sealed class MandateReading(AgentDirectory agents, TimeProvider clock)
{
    /// <param name="prefix">In front of the fields' names, with its dot.</param>
    /// <returns><c>null</c> when there was an error; <paramref name="errors"/> says which. Not signed yet.</returns>
    internal async Task<MandateWish?> OfAsync(MandateOffer offer, string villageCode, string prefix, FieldErrors errors, CancellationToken cancellation)
    {
        var level = offer.Level is null ? OfficeLevel.Village : Offices.Parse(offer.Level);
        if (level is not { } at)
        {
            errors.Add(prefix + "level", "field.choice");
            return null;
        }

        var there = await agents.AtAsync(at, villageCode, cancellation);
        var person = offer.Agent is null ? null : there.FirstOrDefault(agent => agent.Id == offer.Agent);
        if (offer.Agent is not null && person is null)
            errors.Add(prefix + "agent", "field.mandate-agent");
        else if (person is not null && person.IsAwayOn(clock.Today()))
            errors.Add(prefix + "agent", "field.mandate-agent-away", person.Name);
        else if (there.Count == 0)
            errors.Add(prefix + "level", "field.mandate-nobody");
        var wish = new MandateWish(at)
        {
            Acts = offer.Acts is null ? null : [.. offer.Acts],
            Person = person is null ? null : new MandateHolder(person.Participant, person.Name),
            // Named, so that what is signed today says the same tomorrow.
            ExpiresOn = offer.ExpiresOn ?? (offer.Consent is null ? null : clock.Today().AddMonths(CaseDecisions.MandateMonths)),
            Notices = offer.Notices,
            ToBeSigned = offer.SignLater,
        };
        // What it lacks is only the signature: that is asked for afterwards.
        if (CaseDecisions.AgainstWish(wish with { ToBeSigned = true }, clock.Today()) is { } unclear)
            AddTo(errors, prefix, unclear);
        return errors.Any ? null : wish;
    }

    private static void AddTo(FieldErrors errors, string prefix, Decision.Refused unclear) => errors.Add(prefix + unclear.Field, unclear.Reason switch
    {
        RefusalReason.MandateActsUnclear => unclear.About.IsEmpty ? "field.mandate-acts" : "field.mandate-acts-never",
        RefusalReason.MandateTermOutOfRange => "field.mandate-term.plain",
        _ => "field.choice",
    });
}
