using Microsoft.Extensions.Hosting;
using OneVisit.Papers.Forms;

namespace OneVisit.Functions.Operations;

/// <summary>Pulls a proof of a form beside the start, which does not wait for it.</summary>
internal sealed class WarmPress : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(PaperForms.Warm, stoppingToken);
}
