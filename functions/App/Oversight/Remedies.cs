using Microsoft.DurableTask.Client;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Oversight;

/// <summary>A bad rating is followed up (差评整改): the task is there before who rated has their answer.</summary>
public sealed class Remedies(MatterCabinet matters, MatterPublisher publisher, StaffDirectory staff, TimeProvider clock)
{
    /// <summary>Opens the remedy of a bad rating; nothing happens when it is there, or the rating is not bad.</summary>
    public async Task FollowAsync(CaseFile file, DurableTaskClient process, CancellationToken cancellation)
    {
        if (file.Current.Rating is not { IsBad: true })
            return;
        var point = MatterDecisions.PointOf(file.Current);
        var officers = await staff.HoldersAsync(Role.TownshipOfficer, point, clock.Today(), cancellation);
        var chiefs = await staff.HoldersAsync(Role.ChiefRepresentative, point, clock.Today(), cancellation);
        var number = MatterNumber.OfRemedy(file.CaseId);
        var opened = await matters.OpenAsync(
            number, MatterDecisions.OpenRemedy(number, file.Current, officers, chiefs, matters.World(file), clock.GetUtcNow()), Actor.System, cancellation);
        await publisher.PublishAsync(opened, process, cancellation);
    }
}
