import type { Given } from "./fill.ts";

/** A whole bid for limited shared arrangements, asking for a pound more than the strand allows. */
export const limitedBid: readonly { section: string; answers: readonly Given[] }[] = [
  {
    section: "About the bid",
    answers: [
      { write: "Summary of the bid", text: "Two districts run one ICT service and save £120,000 a year." },
      { type: "Award asked for", text: "500001" },
      { date: "Date you plan to send the bid", on: ["8", "7", "2013"] },
      { tick: "What the bid changes", options: ["Back-office services", "Linked IT systems"] },
      { choose: "Do your figures include inflation?", option: "No" },
      { type: "Base year of the prices", text: "2013-14" },
    ],
  },
  {
    section: "Lead authority",
    answers: [
      { council: "Lead authority", typed: "south holl", name: "South Holland District Council" },
      {
        person: "Person to contact about the bid",
        name: "Ada Fenland",
        post: "Programme Manager",
        email: "ada@holland.example",
      },
      {
        person: "Senior responsible owner",
        name: "Tom Marsh",
        post: "Deputy Chief Executive",
        email: "tom@holland.example",
      },
      {
        person: "Section 151 officer",
        name: "Ines Crowland",
        post: "Director of Finance",
        email: "ines@holland.example",
      },
      { choose: "Will the lead authority be the accountable body?", option: "Yes" },
    ],
  },
  {
    section: "Partners and their commitment",
    answers: [
      { choose: "Does anyone else take part in the bid?", option: "Yes" },
      {
        add: "partner",
        cells: [
          { council: "Organisation", typed: "breckland", name: "Breckland District Council" },
          { choose: "Role", option: "Full partner" },
          { person: "Contact", name: "Raj Swaffham", post: "ICT Manager", email: "raj@breckland.example" },
          { choose: "Commitment so far", option: "Letter received" },
          { date: "Date of the partner’s own decision", on: ["2", "7", "2013"] },
          { type: "Money the partner gives", text: "100000" },
        ],
      },
      { write: "How the partners agreed this bid", text: "Both cabinets saw the same paper and the same figures." },
    ],
  },
  {
    section: "What you will do",
    answers: [
      { write: "Why change is needed", text: "Each system is bought and supported twice." },
      { write: "What you will do", text: "Join the networks, then the systems, then the teams." },
      { write: "Other options you looked at", text: "Doing nothing saves nothing." },
    ],
  },
  { section: "Innovation", answers: [{ write: "What is new about this", text: "One system serves two regions." }] },
  {
    section: "What others can learn",
    answers: [{ write: "What others can learn from this", text: "How two sets of policies run on one system." }],
  },
  {
    section: "Costs",
    answers: [
      {
        lines: "Costs",
        rows: [
          [
            "Network",
            "Technology",
            "South Holland",
            "One-off",
            "Capital",
            "High",
            "Quotation",
            "Ada Fenland",
            "£150,000.50",
            "49,999.50",
          ],
          [
            "Systems",
            "Technology",
            "Breckland",
            "One-off",
            "Capital",
            "Medium",
            "Estimates",
            "Raj Swaffham",
            "100000",
            "220000",
          ],
          [
            "Project team",
            "Programme team",
            "South Holland",
            "One-off",
            "Revenue",
            "High",
            "Pay scales",
            "Tom Marsh",
            "40000",
            "40000",
          ],
          [
            "Rent of lines",
            "Running costs",
            "Breckland",
            "Ongoing",
            "Revenue",
            "High",
            "Quotation",
            "Raj Swaffham",
            "",
            "9000",
            "9000",
            "9000",
          ],
        ],
      },
      { write: "How the costs were worked out", text: "All amounts are in 2013-14 prices." },
    ],
  },
  {
    section: "Savings",
    answers: [
      {
        lines: "Savings",
        rows: [
          [
            "Posts",
            "Staffing",
            "South Holland",
            "Ongoing",
            "Yes",
            "High",
            "Budget",
            "Ines Crowland",
            "",
            "40000",
            "160000",
            "240000",
            "240000",
          ],
          [
            "Licences",
            "Technology",
            "Breckland",
            "Ongoing",
            "Yes",
            "High",
            "Budget",
            "Raj Swaffham",
            "",
            "20000",
            "80000",
            "120000",
            "120000",
          ],
        ],
      },
      { write: "How the savings were worked out", text: "Posts at the middle of their grade, with on-costs." },
    ],
  },
  {
    section: "Funding",
    answers: [
      {
        lines: "Funding",
        rows: [
          ["The department", "Award asked for", "Applied for", "", "250000", "250000"],
          ["Breckland", "Partners’ money", "Confirmed", "", "100000"],
        ],
      },
      { write: "Why the award is needed", text: "Reserves cannot meet the set-up costs in one year." },
    ],
  },
  {
    section: "Delivery plan and milestones",
    answers: [
      {
        add: "milestone",
        cells: [
          { type: "Milestone", text: "Networks joined" },
          { date: "Due", on: ["31", "3", "2014"] },
          { type: "Owner", text: "Ada Fenland" },
        ],
      },
      { write: "How you will deliver it", text: "One board, one plan, one team." },
    ],
  },
  {
    section: "Risks",
    answers: [
      {
        add: "risk",
        cells: [
          { type: "Risk", text: "A supplier is late" },
          { choose: "Likelihood", option: "3 (medium)" },
          { choose: "Impact", option: "3 (medium)" },
          { write: "What you do about it", text: "Payments follow delivery." },
          { type: "Owner", text: "Raj Swaffham" },
        ],
      },
    ],
  },
  {
    section: "Outcomes and measures",
    answers: [
      { write: "What gets better for residents", text: "One place to ask, open longer." },
      {
        add: "outcome",
        cells: [
          { type: "Outcome", text: "Fewer systems" },
          { type: "How it is measured", text: "Systems in use" },
          { type: "Where it stands now", text: "62" },
          { type: "Target", text: "31" },
          { date: "By when", on: ["31", "3", "2015"] },
        ],
      },
    ],
  },
  {
    section: "Governance and sovereignty",
    answers: [{ write: "How the work is governed", text: "A joint board of both councils." }],
  },
  {
    section: "Monitoring",
    answers: [
      { choose: "Will you take part in light-touch monitoring through the year?", option: "Yes" },
      { write: "How you will follow progress", text: "The board looks at costs and savings each month." },
    ],
  },
  {
    section: "Sign-off",
    answers: [
      { choose: "Does the lead authority accept the conditions of the award?", option: "Yes" },
      {
        add: "sign-off",
        cells: [
          { choose: "Signs as", option: "Section 151 officer" },
          { type: "Name", text: "Ines Crowland" },
          { type: "Post and organisation", text: "Director of Finance, South Holland" },
          { date: "Date", on: ["5", "7", "2013"] },
          { choose: "Has this person agreed in writing?", option: "Yes" },
        ],
      },
    ],
  },
];
