using OneVisit.Bot;

var builder = WebApplication.CreateBuilder(args);
builder.AddOneVisitBot();
var app = builder.Build();
app.MapOneVisitBot();
await app.RunAsync();
