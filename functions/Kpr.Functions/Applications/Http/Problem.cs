namespace Kpr.Functions.Applications.Http;

/// <summary>Why a request was not carried out, beside the rules' own refusals (numbers below 1000). Numbers are stable.</summary>
/// <param name="Number">The number.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Norwegian">What is wrong and what to do, in bokmål.</param>
/// <param name="English">The same in English.</param>
public sealed record Problem(int Number, int Status, string Norwegian, string English);
