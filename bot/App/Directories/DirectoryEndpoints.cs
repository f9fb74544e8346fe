using Microsoft.AspNetCore.Mvc;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Board;

namespace OneVisit.Bot.Directories;

/// <summary>The city's directory on a page, for its officer and its reviewer: what is in force, a file handed in, what it would change, and back.</summary>
internal static class DirectoryEndpoints
{
    /// <summary>More than a browser can be told to wait for: what is longer is cut off. What is longer than a directory can be is read to its end and told of.</summary>
    private const long LongestRequest = 512L * 1024 * 1024;

    private const int LargestForm = 32 * 1024;

    public static void AddDirectories(this IServiceCollection services)
    {
        services.AddPatientOffice();
        services.AddSingleton<DirectoryPages>();
        services.AddTransient<DirectoryDoor>();
    }

    public static void MapDirectories(this IEndpointRouteBuilder app)
    {
        app.MapGet("/directory", (HttpContext http, DirectoryDoor door, CancellationToken stop) => door.ShowAsync(http, stop));
        app.MapGet("/directory/file", () => Results.Redirect("/directory"));
        app.MapGet("/directory/{version}", (string version, HttpContext http, DirectoryDoor door, CancellationToken stop) => door.VersionAsync(http, version, stop));
        app.MapGet("/directory/{version}/export", (string version, HttpContext http, DirectoryDoor door, CancellationToken stop) => door.FileAsync(http, version, stop));
        var forms = app.MapGroup("/directory").AddEndpointFilter<OwnForms>();
        forms.MapPost("/file", (HttpContext http, DirectoryDoor door, CancellationToken stop) => door.HandInAsync(http, stop)).WithMetadata(new RequestSizeLimitAttribute(LongestRequest));
        forms.MapPost("/{version}", (string version, HttpContext http, DirectoryDoor door, CancellationToken stop) => door.ActivateAsync(http, version, stop)).WithMetadata(new RequestSizeLimitAttribute(LargestForm));
    }
}
