using Microsoft.AspNetCore.Http;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Retention;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Retention;

/// <summary>Who orders what is kept and what is not. Whether they may, the table of acts has said before.</summary>
internal static class HoldStaff
{
    /// <summary>The caller, in the first post by which the table lets them do this.</summary>
    /// <param name="function">Name of the function that runs.</param>
    public static Actor Of(HttpRequest request, string function, TimeProvider clock)
    {
        var (member, may) = (((Caller.Staff)request.Caller()).Member, ActTable.InForce.Operation(function)!.May);
        return member.In(member.PostsOn(clock.Today()).First(post => may.Any(standing => standing.Post == post.Role)));
    }

    public static HoldView View(Hold hold, Language language) => new(
        hold.HoldId, hold.Order.CaseId, hold.Order.PersonMasked, hold.Order.OrderedBy, hold.Order.Reason, ActorWords.Of(hold.PlacedBy, language) ?? "", hold.PlacedAt, hold.Stands,
        hold.LiftedBy is { } by ? ActorWords.Of(by, language) : null, hold.LiftedAt, hold.LiftReason);
}
