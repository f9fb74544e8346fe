using Microsoft.AspNetCore.Http;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Retention;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Retention;

/// <summary>Who orders what is kept and what is not: the reviewers of the city.</summary>
internal static class HoldStaff
{
    /// <returns><c>null</c>: not the caller.</returns>
    public static Actor? Of(HttpRequest request, TimeProvider clock) => Of(request, clock, Role.CityReviewer);

    /// <summary>The caller in the first post of one of these roles.</summary>
    public static Actor? Of(HttpRequest request, TimeProvider clock, params ReadOnlySpan<Role> roles)
    {
        if (request.Caller() is not Caller.Staff staff)
            return null;
        foreach (var post in staff.Member.PostsOn(clock.Today()))
        {
            if (roles.Contains(post.Role))
                return staff.Member.In(post);
        }
        return null;
    }

    public static HoldView View(Hold hold, Language language) => new(
        hold.HoldId, hold.Order.CaseId, hold.Order.PersonMasked, hold.Order.OrderedBy, hold.Order.Reason, ActorWords.Of(hold.PlacedBy, language) ?? "", hold.PlacedAt, hold.Stands,
        hold.LiftedBy is { } by ? ActorWords.Of(by, language) : null, hold.LiftedAt, hold.LiftReason);
}
