using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Functions.FrontDoor;
using OneVisit.Storage;

namespace OneVisit.Functions.Staffing;

/// <summary>Whose an account of the city's sign-in is. Only the front door may ask, when somebody comes in or is still there (see <see cref="RequestDesk"/>).</summary>
public sealed class ShowStaffAccount(StaffDirectory directory, TimeProvider clock)
{
    [Function(nameof(ShowStaffAccount))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.StaffAccount)] HttpRequest request, string account, CancellationToken cancellation) =>
        Guid.TryParseExact(account, "D", out var id) && await directory.FindByAccountAsync(id, cancellation) is { } member
            ? Answers.Json(new StaffAccountView(member.Id, member.Name, member.PostsOn(clock.Today()).Any()))
            : Problems.NotFound(request);
}
